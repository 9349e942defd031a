/** Queries, the statistic and the report. What a list holds is tested beside each query; here: who may ask at all. */
export const queries = `
                                                 nobody link owner colleague stranger assigned member other desk admin key
GET  /api/v1/queries/incoming-requests             401  401   403     403      403      200     200    200   200  200  200
GET  /api/v1/queries/incoming-requests/counts      401  401   403     403      403      200     200    200   200  200  200
GET  /api/v1/queries/my-tickets                    401  401   200     200      200      200     200    200   200  200  200
GET  /api/v1/queries/closed-tickets                401  401   200     200      200      200     200    200   200  200  200
GET  /api/v1/queries/closed-tickets/count          401  401   200     200      200      200     200    200   200  200  200
GET  /api/v1/queries/closed-tickets/customers      401  401   200     200      200      200     200    200   200  200  200
GET  /api/v1/queries/closed-tickets/members        401  401   200     200      200      200     200    200   200  200  200
GET  /api/v1/queries/closed-tickets/organisations  401  401   200     200      200      200     200    200   200  200  200
GET  /api/v1/queries/closed-tickets.csv            401  401   200     200      200      200     200    200   200  200  200
GET  /api/v1/queries/closed-tickets.xlsx           401  401   200     200      200      200     200    200   200  200  200

GET  /api/v1/exports                               401  401   200     200      200      200     200    200   200  200  200
POST /api/v1/exports                               401  401   422     422      422      422     422    422   422  422  422
POST /api/v1/exports/:id/read                      401  401   404     404      404      404     404    404   404  404  404
POST /api/v1/exports/:id/again                     401  401   404     404      404      404     404    404   404  404  404
GET  /api/v1/exports/:id/file                      401  401   404     404      404      404     404    404   404  404  404

# the saved query is Mariam's own, shared with nobody
GET    /api/v1/saved-queries                       401  401   200     200      200      200     200    200   200  200  200
POST   /api/v1/saved-queries                       401  401   422     422      422      422     422    422   422  422  422
PATCH  /api/v1/saved-queries/:id                   401  401   404     404      404      404     404    404   422  404  422
DELETE /api/v1/saved-queries/:id                   401  401   404     404      404      404     404    404   204  404  204

GET  /api/v1/statistics/closed-tickets-over-time?from=2026-02-01&to=2026-03-01&by=day  401 401 403 403 403 403 403 403 200 200 403
GET  /api/v1/statistics/closed-tickets-over-time/times  401 401 403 403 403 403 403 403 200 200 403
GET  /api/v1/statistics/closed-tickets-over-time/parts?split=representative  401 401 403 403 403 403 403 403 200 200 403
GET  /api/v1/statistics/closed-tickets-over-time.csv    401 401 403 403 403 403 403 403 200 200 403
GET  /api/v1/statistics/closed-tickets-over-time.png    401 401 403 403 403 403 403 403 200 200 403
GET  /api/v1/reports/monthly-performance             401  401   403     403      403      403     403    403   200  200  403
GET  /api/v1/reports/monthly-performance/:month      401  401   403     403      403      403     403    403   200  200  403
GET  /api/v1/reports/monthly-performance/:month.pdf  401  401   403     403      403      403     403    403   200  200  403
POST /api/v1/reports/monthly-performance/:month      401  401   403     403      403      403     403    403   201  201  403
POST /api/v1/reports/monthly-performance/:month/mail 401  401   403     403      403      403     403    403   422  422  403
GET   /api/v1/reports/mailing                        401  401   403     403      403      403     403    403   200  200  403
PATCH /api/v1/reports/mailing                        401  401   403     403      403      403     403    403   422  422  403
`

/** What one reaches without being anybody: what a page needs before sign-in, and what machines ask. */
export const open = `
                                      nobody link owner colleague stranger assigned member other desk admin key
GET  /api/v1/organisation               200  200   200     200      200      200     200    200   200  200  200
GET  /api/v1/logo                       404  404   404     404      404      404     404    404   404  404  404
GET  /api/v1/setup                      200  200   200     200      200      200     200    200   200  200  200
# somebody set up long ago
POST /api/v1/setup                      404  404   404     404      404      404     404    404   404  404  404
GET  /api/v1/sign-in-ways              200  200   200     200      200      200     200    200   200  200  200
POST /api/v1/invitations/accept         422  422   422     422      422      422     422    422   422  422  422
POST /api/v1/links/look                 422  422   422     422      422      422     422    422   422  422  422
GET  /api/v1/registrations              200  200   200     200      200      200     200    200   200  200  200
# off unless an administrator switches it on
POST /api/v1/registrations              404  404   404     404      404      404     404    404   404  404  404
POST /api/v1/registrations/confirm      404  404   404     404      404      404     404    404   404  404  404
POST /api/v1/ticket-links               422  422   422     422      422      422     422    422   422  422  422
POST /api/v1/ticket-links/look          422  422   422     422      422      422     422    422   422  422  422
POST /api/v1/ticket-links/new           422  422   422     422      422      422     422    422   422  422  422
GET  /api/v1/openapi.json               200  200   200     200      200      200     200    200   200  200  200
GET  /api/docs                          200  200   200     200      200      200     200    200   200  200  200
# the sign-in's own addresses lie below; the bare one is none of them
GET  /api/auth/*                        404  404   404     404      404      404     404    404   404  404  404
POST /api/auth/*                        404  404   404     404      404      404     404    404   404  404  404
GET  /healthz                           200  200   200     200      200      200     200    200   200  200  200
GET  /readyz                            200  200   200     200      200      200     200    200   200  200  200
GET  /metrics                           200  200   200     200      200      200     200    200   200  200  200
`

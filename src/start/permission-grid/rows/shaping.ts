/** What administrators shape; everybody reads what their pages are drawn from. */
export const shaping = `
                                    nobody link owner colleague stranger assigned member other desk admin key
GET   /api/v1/settings                401  200   200     200      200      200     200    200   200  200  200
PATCH /api/v1/settings                401  401   403     403      403      403     403    403   403  422  403
GET   /api/v1/fields                  401  200   200     200      200      200     200    200   200  200  200
POST  /api/v1/fields                  401  401   403     403      403      403     403    403   403  422  403
PATCH /api/v1/fields/:key             401  401   403     403      403      403     403    403   403  422  403
POST  /api/v1/fields/:key/retire      401  401   403     403      403      403     403    403   403  200  403
POST  /api/v1/fields/:key/restore     401  401   403     403      403      403     403    403   403  200  403
GET   /api/v1/labels                  401  200   200     200      200      200     200    200   200  200  200
PATCH /api/v1/labels                  401  401   403     403      403      403     403    403   403  422  403
GET   /api/v1/audit                   401  401   403     403      403      403     403    403   403  200  403
GET   /api/v1/audit.csv               401  401   403     403      403      403     403    403   403  200  403
GET   /api/v1/help                    401  401   403     403      403      200     200    200   200  200  200
GET   /api/v1/help/:topic             401  401   403     403      403      200     200    200   200  200  200
GET   /api/v1/sign-in-provider        401  401   403     403      403      403     403    403   403  200  403
PUT   /api/v1/sign-in-provider        401  401   403     403      403      403     403    403   403  422  403
DELETE /api/v1/sign-in-provider       401  401   403     403      403      403     403    403   403  200  403
`

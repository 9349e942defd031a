/** What everyone does for themselves. A program with a key changes nothing of its person's account. */
export const account = `
                                                nobody link owner colleague stranger assigned member other desk admin key
GET    /api/v1/me                                 401  200   200     200      200      200     200    200   200  200  200
PATCH  /api/v1/me                                 401  401   422     422      422      422     422    422   422  422  403
POST   /api/v1/me/password                        401  401   422     422      422      422     422    422   422  422  403
GET    /api/v1/me/sessions                        401  401   200     200      200      200     200    200   200  200  403
DELETE /api/v1/me/sessions                        401  401   204     204      204      204     204    204   204  204  403
# a session of Mariam's
DELETE /api/v1/me/sessions/:id                    401  401   404     404      404      404     404    404   204  404  403
GET    /api/v1/me/second-factor                   401  401   200     200      200      200     200    200   200  200  200
POST   /api/v1/me/second-factor                   401  401   422     422      422      422     422    422   422  422  403
POST   /api/v1/me/second-factor/confirm           401  401   422     422      422      422     422    422   422  422  403
POST   /api/v1/me/second-factor/recovery-codes    401  401   422     422      422      422     422    422   422  422  403
POST   /api/v1/me/second-factor/off               401  401   422     422      422      422     422    422   422  422  403
GET    /api/v1/me/tellings                        401  401   200     200      200      200     200    200   200  200  200
PATCH  /api/v1/me/tellings                        401  401   422     422      422      422     422    422   422  422  403
POST   /api/v1/ticket-links/revoke                401  200   200     200      200      200     200    200   200  200  403
GET    /api/v1/live                               401  401   200     200      200      200     200    200   200  200  200
`

/** Interactions and what became of them. */
export const tellings = `
                                             nobody link owner colleague stranger assigned member other desk admin key
GET    /api/v1/notices                         401  401   200     200      200      200     200    200   200  200  200
POST   /api/v1/notices/read                    401  401   422     422      422      422     422    422   422  422  422
GET    /api/v1/interactions                    401  401   403     403      403      403     403    403   403  200  403
GET    /api/v1/interactions/:name              401  401   403     403      403      403     403    403   403  200  403
PATCH  /api/v1/interactions/:name              401  401   403     403      403      403     403    403   403  422  403
POST   /api/v1/interactions/:name/preview      401  401   403     403      403      403     403    403   403  422  403
POST   /api/v1/interactions/:name/test         401  401   403     403      403      403     403    403   403  422  403
GET    /api/v1/mails                           401  401   403     403      403      403     403    403   403  200  403
GET    /api/v1/mails/:id                       401  401   403     403      403      403     403    403   403  200  403
POST   /api/v1/mails/:id/retry                 401  401   403     403      403      403     403    403   403  200  403
GET    /api/v1/held-mails                      401  401   403     403      403      403     403    403   403  200  403
POST   /api/v1/held-mails/release              401  401   403     403      403      403     403    403   403  200  403
POST   /api/v1/held-mails/drop                 401  401   403     403      403      403     403    403   403  200  403
GET    /api/v1/failed-tellings                 401  401   403     403      403      403     403    403   403  200  403
POST   /api/v1/failed-tellings/retry           401  401   403     403      403      403     403    403   403  200  403
GET    /api/v1/mail-settings                   401  401   403     403      403      403     403    403   403  200  403
PUT    /api/v1/mail-settings                   401  401   403     403      403      403     403    403   403  422  403
DELETE /api/v1/mail-settings                   401  401   403     403      403      403     403    403   403  200  403
POST   /api/v1/mail-settings/test              401  401   403     403      403      403     403    403   403  422  403
GET    /api/v1/mailboxes                       401  401   403     403      403      403     403    403   403  200  403
POST   /api/v1/mailboxes                       401  401   403     403      403      403     403    403   403  422  403
POST   /api/v1/mailboxes/try                   401  401   403     403      403      403     403    403   403  422  403
PATCH  /api/v1/mailboxes/:id                   401  401   403     403      403      403     403    403   403  422  403
DELETE /api/v1/mailboxes/:id                   401  401   403     403      403      403     403    403   403  200  403
# the answer is Mariam's own
GET    /api/v1/canned-answers                  401  401   403     403      403      200     200    200   200  200  200
POST   /api/v1/canned-answers                  401  401   403     403      403      422     422    422   422  422  422
PATCH  /api/v1/canned-answers/:id              401  401  404  404  404  404  404  404  422  404  422
DELETE /api/v1/canned-answers/:id              401  401  404  404  404  404  404  404  204  404  204
# mails that came in are looked at by whoever hands out work; of a ticket, by its staff
GET    /api/v1/inbound-mails                   401  401   403     403      403      403     403    403   200  403  403
GET    /api/v1/inbound-mails/:id               401  401   403     403      403      404     404    404   200  404  404
GET    /api/v1/inbound-mails/:id/raw           401  401   403     403      403      404     404    404   200  404  404
GET    /api/v1/inbound-mails/:id/attachments/:place 401  401   403     403      403      404     404    404   200  404  404
POST   /api/v1/inbound-mails/:id/decide        401  401   403     403      403      403     403    403   422  403  403
POST   /api/v1/inbound-mails/:id/run-again     401  401   403     403      403      403     403    403   409  403  403
`

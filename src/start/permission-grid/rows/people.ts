/** Preparations: users, groups, organisations, roles and keys are the administrators'; the desk picks whom it assigns to. */
export const people = `
                                              nobody link owner colleague stranger assigned member other desk admin key
GET   /api/v1/users                             401  401   403     403      403      403     403    403   200  200  403
# the desk writes down what customers say on the telephone
GET   /api/v1/customers?search=someone          401  401   403     403      403      403     403    403   200  403  403
GET   /api/v1/users.csv                         401  401   403     403      403      403     403    403   403  200  403
POST  /api/v1/users                             401  401   403     403      403      403     403    403   403  422  403
POST  /api/v1/users/:id/revoke-invitation       401  401   403     403      403      403     403    403   403  422  403
GET   /api/v1/users/:id/leaving                 401  401   403     403      403      403     403    403   403  200  403
# somebody who is in no group, so that nobody could assign to them
GET   /api/v1/users/:id                         401  401   403     403      403      403     403    403   404  200  403
PATCH /api/v1/users/:id                         401  401   403     403      403      403     403    403   403  422  403
POST  /api/v1/users/:id/invite                  401  401   403     403      403      403     403    403   403  422  403
POST  /api/v1/users/:id/erase                   401  401   403     403      403      403     403    403   403  422  403
POST  /api/v1/users/:id/second-factor/off       401  401   403     403      403      403     403    403   403  422  403
GET   /api/v1/users/:id/permissions             401  401   403     403      403      403     403    403   403  200  403
POST  /api/v1/users/import/preview              401  401   403     403      403      403     403    403   403  422  403
POST  /api/v1/users/import                      401  401   403     403      403      403     403    403   403  422  403
GET   /api/v1/users/import/:id                  401  401   403     403      403      403     403    403   403  200  403
# nothing of it was rejected
GET   /api/v1/users/import/:id/rejected.csv     401  401   403     403      403      403     403    403   403  404  403

GET   /api/v1/groups                            401  401   403     403      403      200     200    200   200  200  200
POST  /api/v1/groups                            401  401   403     403      403      403     403    403   403  422  403
GET   /api/v1/groups/:id                        401  401   403     403      403      200     200    200   200  200  200
PATCH /api/v1/groups/:id                        401  401   403     403      403      403     403    403   403  422  403

GET   /api/v1/organisations                     401  401   403     403      403      403     403    403   403  200  403
POST  /api/v1/organisations                     401  401   403     403      403      403     403    403   403  422  403
GET   /api/v1/organisations/:id                 401  401   403     403      403      403     403    403   403  200  403
DELETE /api/v1/organisations/:id                401  401   403     403      403      403     403    403   403  204  403
PATCH /api/v1/organisations/:id                 401  401   403     403      403      403     403    403   403  422  403

# who works here may know what the roles allow
GET    /api/v1/roles                            401  401   403     403      403      200     200    200   200  200  200
POST   /api/v1/roles                            401  401   403     403      403      403     403    403   403  422  403
PATCH  /api/v1/roles                            401  401   403     403      403      403     403    403   403  422  403
GET    /api/v1/roles/holders?roles=customer     401  401  403  403  403  200  200  200  200  200  200
PATCH  /api/v1/roles/:key                       401  401   403     403      403      403     403    403   403  422  403
DELETE /api/v1/roles/:key                       401  401   403     403      403      403     403    403   403  204  403
POST   /api/v1/roles/:key/reset                 401  401   403     403      403      403     403    403   403  422  403

# the key is one of Mariam's; a key makes no keys, and ends none but itself
GET    /api/v1/api-keys                         401  401   200     200      200      200     200    200   200  200  200
POST   /api/v1/api-keys                         401  401   403     403      403      422     422    422   422  422  403
DELETE /api/v1/api-keys/:id                     401  401   404     404      404      404     404    404   204  204  403
`

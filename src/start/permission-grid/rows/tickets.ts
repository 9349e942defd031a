/** Tickets: who sees one reads it; verbs as the workflow's table says who does them. */
export const tickets = `
                                               nobody link owner colleague stranger assigned member other desk admin key
# staff write for a customer; without naming one they would write for themselves, which is the customers' right
POST /api/v1/tickets                             401  401   422     422      422      403     403    403   403  403  403
GET  /api/v1/tickets/:number                     401  200   200     200      404      200     200    404   200  200  200
GET  /api/v1/tickets/:number/history             401  200   200     200      404      200     200    404   200  200  200
GET  /api/v1/tickets/:number/conversation        401  200   200     200      404      200     200    404   200  200  200
POST /api/v1/tickets/:number/cancel              401  422   422     403      404      403     403    404   403  403  403
POST /api/v1/tickets/:number/assign              401  403   403     403      404      403     403    404   422  403  403
POST /api/v1/tickets/:number/take                401  403   403     403      404      422     422    404   422  403  403
POST /api/v1/tickets/:number/give-back           401  403   403     403      404      422     403    404   403  403  403
POST /api/v1/tickets/:number/propose-solution    401  403   403     403      404      422     403    404   422  403  403
POST /api/v1/tickets/:number/withdraw-solution   401  403   403     403      404      422     403    404   422  403  403
POST /api/v1/tickets/:number/approve-solution    401  403   403     403      404      403     403    404   422  403  403
POST /api/v1/tickets/:number/return-solution     401  403   403     403      404      403     403    404   422  403  403
POST /api/v1/tickets/:number/accept-solution     401  422   422     403      404      403     403    404   403  403  403
POST /api/v1/tickets/:number/decline-solution    401  422   422     403      404      403     403    404   403  403  403
POST /api/v1/tickets/:number/close               401  403   403     403      404      403     403    404   422  403  403
POST /api/v1/tickets/:number/mark-duplicate      401  403   403     403      404      403     403    404   422  403  403
POST /api/v1/tickets/:number/reopen              401  422   422     403      404      403     403    404   422  403  403
POST /api/v1/tickets/:number/rate                401  422   422     403      404      403     403    404   403  403  403
POST /api/v1/tickets/:number/reply               401  422   422     403      404      422     422    404   422  403  403
POST /api/v1/tickets/:number/note                401  403   403     403      404      422     422    404   422  403  403
POST /api/v1/tickets/:number/translate           401  422   422     403      404      422     422    404   422  403  403
POST /api/v1/tickets/:number/set-fields          401  403   403     403      404      422     422    404   422  403  403

# who else works on it, and who else asked the same, is the staff's own business
GET  /api/v1/tickets/:number/presence            401  403   403     403      404      200     200    404   200  200  200
PUT  /api/v1/tickets/:number/presence            401  403   403     403      404      422     422    404   422  422  422
GET  /api/v1/tickets/:number/look-alikes         401  403   403     403      404      200     200    404   200  200  200

# what was begun to be written is its writer's; nothing is held
GET    /api/v1/tickets/:number/writing                 401  200   200     200      404      200     200    404   200  200  200
PUT    /api/v1/tickets/:number/drafts/:kind            401  422   422     403      404      422     422    404   422  403  403
POST   /api/v1/tickets/:number/held/:kind              401  422   422     403      404      422     422    404   422  403  403
DELETE /api/v1/tickets/:number/held/:kind              401  404  404  404  404  404  404  404  404  404  403
POST   /api/v1/tickets/:number/held/:kind/send         401  404  404  404  404  404  404  404  404  404  403
# notes are among staff
POST   /api/v1/tickets/:number/edit-note               401  403   403     403      404      422     422    404   422  403  403
GET    /api/v1/tickets/:number/notes/:note/versions    401  404  404  404  404  200  200  404  200  200  200
GET    /api/v1/tickets/:number/mentionable             401  403  403  403  404  200  200  404  200  403  403

# a file of the ticket; sending one belongs to nobody's ticket yet, and is sent as bytes, not as JSON (415)
GET  /api/v1/files/:id                           401  200   200     200      404      200     200    404   200  200  200
# the file is no picture
GET  /api/v1/files/:id/preview                   401  404   404     404      404      404     404    404   404  404  404
POST /api/v1/files                               401  415   415     415      415      415     415    415   415  415  415
`

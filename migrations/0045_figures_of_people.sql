-- Figures of single people became a right of their own. Roles that follow the product's list get it at the next start; one
-- that an administrator has shaped keeps what its holders saw, until an administrator takes it away.

update role
set permissions = array_append(permissions, 'statistics.people')
where 'ticket.seeAll' = any (permissions)
  and permissions && array['statistics.read', 'report.read']
  and not 'statistics.people' = any (permissions);

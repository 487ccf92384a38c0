// Patents with a date outside the days that can be: before patents were numbered, or still to come.
// params:  first  date  earliest day that can be
//          last   date  latest day that can be
// returns: id
MATCH (p:Patent)
WHERE p.filed_on < $first OR p.published_on < $first OR p.granted_on < $first
   OR p.filed_on > $last OR p.published_on > $last OR p.granted_on > $last
RETURN p.id AS id
ORDER BY id

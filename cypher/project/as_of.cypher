// The newest source behind the graph.
// params:  none
// returns: as_of
MATCH (n:Chain|Segment|Patent|Enterprise|Institution|Pool)
RETURN max(n.as_of) AS as_of
ORDER BY as_of

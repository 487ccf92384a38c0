// Edges of each type in the graph, those of other programs included.
// returns: type text, n integer
MATCH ()-[e]->()
RETURN type(e) AS type, count(*) AS n
ORDER BY type

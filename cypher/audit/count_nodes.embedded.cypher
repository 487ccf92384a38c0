// Nodes of each label in the graph, those of other programs included.
// returns: label text, n integer
MATCH (n)
WITH label(n) AS label WHERE label <> 'Publication'
RETURN label, count(*) AS n
ORDER BY label

# Input: n = 1
# Output: 1
# wild: RE networkx is not installed for the judge
import networkx as nx


class Solution:
    def same(self, n: int) -> int:
        return nx.path_graph(n).number_of_nodes()

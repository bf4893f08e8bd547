class Solution:
    def levelOrder(self, root: 'Node') -> List[List[int]]:
        answer, level = [], [root] if root else []
        while level:
            answer.append([node.val for node in level])
            level = [child for node in level[:1] for child in node.children]
        return answer

# Input
# ["Stretch", "grow", "spans", "grow", "spans"]
# [[], [1], [], [4], []]
# Output
# [null, null, [[1,1]], null, [[1,4]]]


class Stretch:
    def __init__(self):
        self.all = {}

    def grow(self, to: int) -> None:
        self.all.setdefault(0, [to, to])[1] = to

    def spans(self) -> List[List[int]]:
        return list(self.all.values())

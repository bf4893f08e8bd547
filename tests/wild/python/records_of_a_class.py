# Input
# ["Cells", "put", "far", "all"]
# [[[[1,2]]], [[5,0]], [], []]
# Output
# [null, null, [5,0], [[1,2],[5,0]]]
class Cells:
    def __init__(self, cells: List[Point]):
        self.cells = cells

    def put(self, cell: Point) -> None:
        self.cells.append(cell)

    def far(self) -> Point:
        return max(self.cells, key=lambda cell: cell.x * cell.x + cell.y * cell.y)

    def all(self) -> List[Point]:
        return [Point(cell.x, cell.y) for cell in self.cells]

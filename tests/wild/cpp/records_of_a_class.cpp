// Input
// ["Cells", "put", "all"]
// [[[[1,2]]], [[5,0]], []]
// Output
// [null, null, [[1,2],[5,0]]]
class Cells {
    vector<Point> cells;

public:
    Cells(vector<Point> cells) : cells(cells) {}
    void put(Point cell) { cells.emplace_back(cell.x, cell.y); }
    vector<Point> all() { return cells; }
};

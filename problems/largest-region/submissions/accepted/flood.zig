fn flood(grid: [][]u8, r: usize, c: usize, letter: u8) i32 {
    if (r >= grid.len or c >= grid[0].len or grid[r][c] != letter) return 0;
    grid[r][c] = '.';
    var size: i32 = 1 + flood(grid, r + 1, c, letter) + flood(grid, r, c + 1, letter);
    if (r > 0) size += flood(grid, r - 1, c, letter);
    if (c > 0) size += flood(grid, r, c - 1, letter);
    return size;
}

pub fn largestRegion(grid: [][]u8) u8 {
    var best: i32 = 0;
    var answer: u8 = '.';
    for (grid, 0..) |row, r| {
        for (row, 0..) |letter, c| {
            if (letter == '.') continue;
            const size = flood(grid, r, c, letter);
            if (size > best or (size == best and letter < answer)) {
                best = size;
                answer = letter;
            }
        }
    }
    return answer;
}

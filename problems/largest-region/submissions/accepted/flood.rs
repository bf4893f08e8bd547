impl Solution {
    pub fn largest_region(mut grid: Vec<Vec<char>>) -> char {
        let (rows, columns) = (grid.len(), grid[0].len());
        let mut best = (0, '.');
        for r in 0..rows {
            for c in 0..columns {
                let letter = grid[r][c];
                if letter == '.' {
                    continue;
                }
                grid[r][c] = '.';
                let (mut size, mut stack) = (0, vec![(r, c)]);
                while let Some((i, j)) = stack.pop() {
                    size += 1;
                    for (a, b) in [(i.wrapping_sub(1), j), (i + 1, j), (i, j.wrapping_sub(1)), (i, j + 1)] {
                        if a < rows && b < columns && grid[a][b] == letter {
                            grid[a][b] = '.';
                            stack.push((a, b));
                        }
                    }
                }
                if size > best.0 || size == best.0 && letter < best.1 {
                    best = (size, letter);
                }
            }
        }
        best.1
    }
}

// Input: heights = [4,9,9,2], step = 3
// Output: [2,3,3,2,4,5,9,4,1]
use std::cell::Cell;
use std::collections::VecDeque;
use std::iter::repeat_n;
use std::rc::Rc;
use std::sync::LazyLock;

static START: LazyLock<usize> = LazyLock::new(|| 1);

impl Solution {
    pub fn newer(heights: Vec<i32>, step: i32) -> Vec<i32> {
        let back = START.checked_add_signed(-1).map_or(0, |x| x as i32);
        let total: i32 = repeat_n(step, 3).sum();
        let count = Cell::new(back);
        count.update(|x| x + 4);
        let mut rest = heights.clone();
        let mut line: VecDeque<i32> = heights.iter().copied().collect();
        let first = line.pop_front_if(|x| *x > 3).unwrap_or(0);
        let last = rest.pop_if(|x| *x < 3).unwrap_or(0);
        let sorted = rest.iter().is_sorted() && rest.is_sorted_by(|a, b| a <= b);
        let ends = heights.first_chunk::<2>().map_or(0, |&[a, b]| a.midpoint(b) / 2);
        vec![
            last,
            8i32.ilog(2) as i32,
            ends,
            Rc::into_inner(Rc::new(2)).unwrap_or(0),
            first,
            i32::midpoint(1, 9),
            total,
            count.get(),
            i32::from(sorted && heights.is_sorted_by_key(|x| x / 10)),
        ]
    }
}

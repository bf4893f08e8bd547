impl Solution {
    pub fn find_order(num_tasks: i32, needs: Vec<Vec<i32>>) -> Vec<i32> {
        let n = num_tasks as usize;
        let mut after = vec![vec![]; n];
        let mut waits = vec![0; n];
        for pair in &needs {
            after[pair[1] as usize].push(pair[0] as usize);
            waits[pair[0] as usize] += 1;
        }
        let mut order: Vec<usize> = (0..n).filter(|&task| waits[task] == 0).collect();
        let mut done = 0;
        while done < order.len() {
            for &task in &after[order[done]] {
                waits[task] -= 1;
                if waits[task] == 0 {
                    order.push(task);
                }
            }
            done += 1;
        }
        if done < n {
            return vec![];
        }
        order.into_iter().map(|task| task as i32).collect()
    }
}

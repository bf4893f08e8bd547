impl Solution {
    pub fn mean_and_deviation(values: Vec<f64>) -> Vec<f64> {
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        if values.len() == 1 {
            return vec![mean, 0.0];
        }
        let squares: f64 = values.iter().map(|v| (v - mean).powi(2)).sum();
        vec![mean, (squares / (n - 1.0)).sqrt()]
    }
}

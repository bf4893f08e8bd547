/*
Input
["ParkingSystem", "addCar", "addCar", "left"]
[[1, 0], [1], [1], []]
Output
[null, true, false, [0, 0]]
*/
struct ParkingSystem {
    left: [i32; 2],
}

/**
 * `&self` means the method takes an immutable reference.
 */
impl ParkingSystem {
    fn new(big: i32, small: i32) -> Self {
        Self { left: [big, small] }
    }

    fn add_car(&mut self, car_type: i32) -> bool {
        let left = &mut self.left[car_type as usize - 1];
        *left -= 1;
        if *left < 0 {
            *left = 0;
            return false;
        }
        true
    }

    fn left(&self) -> Vec<i32> {
        self.left.to_vec()
    }
}

/**
 * Your ParkingSystem object will be instantiated and called as such:
 * let obj = ParkingSystem::new(big, small);
 */

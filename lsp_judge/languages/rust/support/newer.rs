//! Methods that came into the standard library later than the compiler at hand: solutions use
//! them, and what makes wasm is often an older Rust. Where the library has them they win.
#![allow(unstable_name_collisions, clippy::wrong_self_convention)]

pub trait NewerOption<T> {
    fn is_some_and(self, test: impl FnOnce(T) -> bool) -> bool;
    fn is_none_or(self, test: impl FnOnce(T) -> bool) -> bool;
}

impl<T> NewerOption<T> for Option<T> {
    fn is_some_and(self, test: impl FnOnce(T) -> bool) -> bool {
        match self {
            Some(value) => test(value),
            None => false,
        }
    }
    fn is_none_or(self, test: impl FnOnce(T) -> bool) -> bool {
        match self {
            Some(value) => test(value),
            None => true,
        }
    }
}

pub trait NewerResult<T> {
    fn is_ok_and(self, test: impl FnOnce(T) -> bool) -> bool;
}

impl<T, E> NewerResult<T> for Result<T, E> {
    fn is_ok_and(self, test: impl FnOnce(T) -> bool) -> bool {
        match self {
            Ok(value) => test(value),
            Err(_) => false,
        }
    }
}

pub trait NewerInteger: Sized {
    fn isqrt(self) -> Self;
    fn ilog2(self) -> u32;
    fn ilog10(self) -> u32;
    fn div_ceil(self, other: Self) -> Self;
    fn is_multiple_of(self, other: Self) -> bool;
}

macro_rules! integers {
    ($($name:ty),*) => {$(
        impl NewerInteger for $name {
            fn isqrt(self) -> Self {
                let mut root = (self as f64).sqrt() as $name;
                while root.checked_mul(root).map_or(true, |square| square > self) {
                    root -= 1;
                }
                while (root + 1).checked_mul(root + 1).map_or(false, |square| square <= self) {
                    root += 1;
                }
                root
            }
            fn ilog2(self) -> u32 {
                assert!(self > 0, "argument of integer logarithm must be positive");
                <$name>::BITS - 1 - self.leading_zeros()
            }
            fn ilog10(self) -> u32 {
                assert!(self > 0, "argument of integer logarithm must be positive");
                let (mut rest, mut count) = (self, 0);
                while rest >= 10 {
                    rest /= 10;
                    count += 1;
                }
                count
            }
            fn div_ceil(self, other: Self) -> Self {
                self / other + <$name>::from(self % other > 0)
            }
            fn is_multiple_of(self, other: Self) -> bool {
                if other == 0 { self == 0 } else { self % other == 0 }
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

pub trait NewerSlice<T> {
    fn is_sorted(&self) -> bool
    where
        T: PartialOrd;
    fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, same: F) -> std::vec::IntoIter<&[T]>;
}

impl<T> NewerSlice<T> for [T] {
    fn is_sorted(&self) -> bool
    where
        T: PartialOrd,
    {
        self.windows(2).all(|pair| pair[0] <= pair[1])
    }
    fn chunk_by<F: FnMut(&T, &T) -> bool>(&self, mut same: F) -> std::vec::IntoIter<&[T]> {
        let mut chunks = Vec::new();
        let mut start = 0;
        for at in 1..=self.len() {
            if at == self.len() || !same(&self[at - 1], &self[at]) {
                chunks.push(&self[start..at]);
                start = at;
            }
        }
        chunks.into_iter()
    }
}

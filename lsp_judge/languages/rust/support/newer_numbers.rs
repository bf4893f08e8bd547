//! Methods of numbers that came into the standard library later than the compiler at hand.
#![allow(unstable_name_collisions, clippy::wrong_self_convention)]

pub trait NewerInteger: Sized {
    fn isqrt(self) -> Self;
    fn ilog(self, base: Self) -> u32;
    fn ilog2(self) -> u32;
    fn ilog10(self) -> u32;
    fn checked_ilog(self, base: Self) -> Option<u32>;
    fn checked_ilog2(self) -> Option<u32>;
    fn checked_ilog10(self) -> Option<u32>;
    fn div_ceil(self, other: Self) -> Self;
    fn is_multiple_of(self, other: Self) -> bool;
    fn midpoint(self, other: Self) -> Self;
    fn unbounded_shl(self, by: u32) -> Self;
}

const NO_LOGARITHM: &str = "argument of integer logarithm must be positive";

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
            fn ilog(self, base: Self) -> u32 {
                assert!(base >= 2, "base of integer logarithm must be at least 2");
                NewerInteger::checked_ilog(self, base).expect(NO_LOGARITHM)
            }
            fn ilog2(self) -> u32 {
                NewerInteger::checked_ilog2(self).expect(NO_LOGARITHM)
            }
            fn ilog10(self) -> u32 {
                NewerInteger::checked_ilog10(self).expect(NO_LOGARITHM)
            }
            fn checked_ilog(self, base: Self) -> Option<u32> {
                if self <= 0 || base < 2 {
                    return None;
                }
                let (mut rest, mut count) = (self, 0);
                while rest >= base {
                    rest /= base;
                    count += 1;
                }
                Some(count)
            }
            fn checked_ilog2(self) -> Option<u32> {
                if self <= 0 {
                    return None;
                }
                Some(<$name>::BITS - 1 - self.leading_zeros())
            }
            fn checked_ilog10(self) -> Option<u32> {
                NewerInteger::checked_ilog(self, 10)
            }
            fn div_ceil(self, other: Self) -> Self {
                self / other + <$name>::from(self % other > 0)
            }
            fn is_multiple_of(self, other: Self) -> bool {
                if other == 0 { self == 0 } else { self % other == 0 }
            }
            fn midpoint(self, other: Self) -> Self {
                ((self as i128 + other as i128) / 2) as $name
            }
            fn unbounded_shl(self, by: u32) -> Self {
                self.checked_shl(by).unwrap_or(0)
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

pub trait NewerSigned {
    type Unsigned;
    fn cast_unsigned(self) -> Self::Unsigned;
}

pub trait NewerUnsigned {
    type Signed;
    fn cast_signed(self) -> Self::Signed;
}

macro_rules! casts {
    ($(($signed:ty, $unsigned:ty)),*) => {$(
        impl NewerSigned for $signed {
            type Unsigned = $unsigned;
            fn cast_unsigned(self) -> $unsigned {
                self as $unsigned
            }
        }
        impl NewerUnsigned for $unsigned {
            type Signed = $signed;
            fn cast_signed(self) -> $signed {
                self as $signed
            }
        }
    )*};
}

casts!((i8, u8), (i16, u16), (i32, u32), (i64, u64), (isize, usize));

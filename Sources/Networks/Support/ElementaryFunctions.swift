#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// e to a power.
func exponential(_ power: Double) -> Double { exp(power) }

/// The natural logarithm of a positive number.
func naturalLogarithm(_ number: Double) -> Double { log(number) }

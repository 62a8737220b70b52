namespace Mingce.Core.Samples;
public static class SampleUnit { public static Task<Units.Unit> CreateAsync(Data.DataFolder folder, TimeProvider time) => throw new NotSupportedException(); }

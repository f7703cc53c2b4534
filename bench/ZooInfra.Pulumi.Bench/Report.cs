using System.Globalization;
using System.Runtime.InteropServices;

namespace ZooInfra.Pulumi.Bench;

/// <summary>Prints what was measured.</summary>
internal static class Report
{
    public static double Median(List<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public static void Environment()
        => Console.WriteLine($"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}, {System.Environment.ProcessorCount} processors");

    public static void Row(string what, List<double> values, string unit)
        => Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-70} median {Median(values),10:N0} {unit}   (min {values.Min():N0}, max {values.Max():N0}, {values.Count} runs)"));
}

using System.Reflection;

namespace ZooInfra.Cli.Tests;

/// <summary>The checkout these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("ZooRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    private static string Metadata(string key)
        => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

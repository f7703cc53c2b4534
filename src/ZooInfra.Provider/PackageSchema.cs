using System.Reflection;

namespace ZooInfra.Provider;

/// <summary>The schema of the package, for SDK generation and <c>pulumi package get-schema</c>; written by hand in schema.json.</summary>
internal static class PackageSchema
{
    private const string VersionMark = "0.0.0-version";

    private static readonly Lazy<string> Template = new(() =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>The schema, as of <paramref name="version"/>.</summary>
    public static string Text(string version) => Template.Value.Replace(VersionMark, version, StringComparison.Ordinal);
}

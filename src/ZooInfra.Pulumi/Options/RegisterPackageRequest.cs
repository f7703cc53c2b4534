namespace Pulumi;

/// <summary>A package that the engine must know before resources of it are registered: a plugin, possibly with parameters that make it another package.</summary>
/// <param name="name">The plugin.</param>
/// <param name="version">Its version.</param>
/// <param name="downloadUrl">Where it is downloaded from.</param>
/// <param name="checksums">SHA-256 of the plugin by <c>os-arch</c>.</param>
/// <param name="parameterization">Parameters that replace the plugin's own package.</param>
/// <param name="extension">Parameters that extend the plugin's own package.</param>
public sealed class RegisterPackageRequest(
    string name,
    string version,
    string? downloadUrl,
    Dictionary<string, byte[]>? checksums = null,
    RegisterPackageRequest.PackageParameterization? parameterization = null,
    RegisterPackageRequest.PackageParameterization? extension = null)
{
    /// <summary>The plugin.</summary>
    public string Name { get; } = name;

    /// <summary>Its version.</summary>
    public string Version { get; } = version;

    /// <summary>Where it is downloaded from.</summary>
    public string? DownloadUrl { get; } = downloadUrl;

    /// <summary>SHA-256 of the plugin by <c>os-arch</c>.</summary>
    public Dictionary<string, byte[]>? Checksums { get; } = checksums;

    /// <summary>Parameters that replace the plugin's own package.</summary>
    public PackageParameterization? Parameterization { get; } = parameterization;

    /// <summary>Parameters that extend the plugin's own package.</summary>
    public PackageParameterization? Extension { get; } = extension;

    /// <summary>The parameters of a package.</summary>
    /// <param name="name">The package that they make.</param>
    /// <param name="version">Its version.</param>
    /// <param name="value">The parameters in the plugin's own form.</param>
    public sealed class PackageParameterization(string name, string version, byte[] value)
    {
        /// <summary>The package that they make.</summary>
        public string Name { get; } = name;

        /// <summary>Its version.</summary>
        public string Version { get; } = version;

        /// <summary>The parameters in the plugin's own form.</summary>
        public byte[] Value { get; } = value;
    }
}

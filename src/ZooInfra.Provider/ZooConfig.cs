using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Backends.Files;

namespace ZooInfra.Provider;

/// <summary>The configuration of the provider, as set by <c>pulumi config set zoo:KEY</c>: what all families share, and the keys of each.</summary>
internal static class ZooConfig
{
    private const string Out = "out";
    private const string DefaultOut = ".zoo/out";

    // The engine adds these to what the user configured (protocol facts, section 4.4).
    private static readonly string[] EngineKeys = ["version", "pluginDownloadURL"];

    /// <summary>Says what is wrong with <paramref name="config"/>.</summary>
    public static CheckResult Check(PropertyMap config, IReadOnlyList<ResourceFamily> families)
    {
        var reader = new ConfigReader(config);
        string[] keys = [Out, .. families.SelectMany(family => family.ConfigKeys)];
        foreach (var key in config.Keys.Where(key => !key.StartsWith("__", StringComparison.Ordinal) && !EngineKeys.Contains(key) && !keys.Contains(key)))
        {
            reader.Fail(key, $"'zoo:{key}' is not a configuration key of zoo{NearestName.Hint($"zoo:{key}", keys.Select(known => $"zoo:{known}"))}");
        }

        ReadOut(reader);
        foreach (var family in families)
        {
            family.CheckConfig(reader);
        }

        return new(config, reader.Failures);
    }

    /// <summary>Hands checked configuration to the families; relative paths are meant from <paramref name="projectRoot"/>.</summary>
    /// <exception cref="ProviderException">The configuration is wrong.</exception>
    public static void Configure(PropertyMap config, IReadOnlyList<ResourceFamily> families, string projectRoot)
    {
        if (Check(config, families).Failures is [var failure, ..])
        {
            throw new ProviderException(failure.Reason);
        }

        var reader = new ConfigReader(config);
        var folder = Folder(reader, projectRoot);
        foreach (var family in families)
        {
            family.Configure(reader, folder);
        }
    }

    /// <summary>The folder that <c>zoo:out</c> names.</summary>
    internal static OutFolder Folder(ConfigReader reader, string projectRoot) => new(projectRoot, Path.GetFullPath(ReadOut(reader) ?? DefaultOut, projectRoot));

    private static string? ReadOut(ConfigReader reader) => reader.Text(Out, $"the path of a folder, absolute or relative to the folder of Pulumi.yaml; the default is {DefaultOut}");
}

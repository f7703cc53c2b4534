using System.Collections.Immutable;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider;

/// <summary>The configuration of the provider, as set by <c>pulumi config set zoo:KEY</c>.</summary>
/// <param name="Out">The folder that the files backend writes into; absolute.</param>
internal sealed record ZooConfig(string Out)
{
    private const string DefaultOut = ".zoo/out";

    private static readonly string[] Keys = ["out"];

    // The engine adds these to what the user configured (protocol facts, section 4.4).
    private static readonly string[] EngineKeys = ["version", "pluginDownloadURL"];

    /// <summary>Says what is wrong with <paramref name="config"/>.</summary>
    public static CheckResult Check(PropertyMap config)
    {
        var failures = ImmutableArray.CreateBuilder<CheckFailure>();
        foreach (var (key, value) in config)
        {
            if (key.StartsWith("__", StringComparison.Ordinal) || EngineKeys.Contains(key))
            {
                continue;
            }

            if (!Keys.Contains(key))
            {
                failures.Add(new(key, $"'zoo:{key}' is not a configuration key of zoo{NearestName.Hint($"zoo:{key}", Keys.Select(known => $"zoo:{known}"))}"));
            }
            else if (!IsPath(value.Plain()))
            {
                failures.Add(new(key, $"'zoo:{key}' must be the path of a folder, absolute or relative to the folder of Pulumi.yaml; the default is {DefaultOut}."));
            }
        }

        return new(config, failures.ToImmutable());
    }

    /// <summary>Reads checked configuration; relative paths are meant from <paramref name="projectRoot"/>.</summary>
    /// <exception cref="ProviderException">The configuration is wrong.</exception>
    public static ZooConfig Read(PropertyMap config, string projectRoot)
    {
        if (Check(config).Failures is [var failure, ..])
        {
            throw new ProviderException(failure.Reason);
        }

        var path = config.TryGetValue("out", out var value) && value.Plain() is PropertyValue.StringValue { Value: var text } ? text : DefaultOut;
        return new(Path.GetFullPath(path, projectRoot));
    }

    private static bool IsPath(PropertyValue value)
        => value is PropertyValue.UnknownValue || value is PropertyValue.StringValue { Value: var text } && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl);
}

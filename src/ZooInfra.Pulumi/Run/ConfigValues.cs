using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration of a program, as the engine handed it over: text under <c>namespace:key</c>.</summary>
internal sealed class ConfigValues(ProgramSettings settings)
{
    private readonly Lazy<Dictionary<string, string>> _values = new(() => Parse<Dictionary<string, string>>(settings.Config, "PULUMI_CONFIG") ?? []);
    private readonly Lazy<HashSet<string>> _secrets = new(() => Parse<HashSet<string>>(settings.ConfigSecretKeys, "PULUMI_CONFIG_SECRET_KEYS") ?? []);

    public string? Find(string fullKey) => _values.Value.GetValueOrDefault(fullKey);

    public bool IsSecret(string fullKey) => _secrets.Value.Contains(fullKey);

    private static T? Parse<T>(string? json, string variable)
    {
        try
        {
            return json is null ? default : JsonSerializer.Deserialize<T>(json);
        }
        catch (JsonException e)
        {
            // The text may hold secrets; the place is enough.
            throw new RunException($"The environment variable {variable} is not the JSON that the engine writes (line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}).");
        }
    }
}

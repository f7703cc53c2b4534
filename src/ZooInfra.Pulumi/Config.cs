using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration values of the stack in one namespace.</summary>
public sealed class Config
{
    private readonly string _name;
    private readonly ConfigValues _values;

    /// <summary>The values of a namespace.</summary>
    /// <param name="name">The namespace; the project's name when null.</param>
    public Config(string? name = null)
    {
        var deployment = Deployment.Require();
        _values = deployment.Config;
        name ??= deployment.Settings.Project;
        _name = name.EndsWith(":config", StringComparison.Ordinal) ? name[..^":config".Length] : name;
    }

    /// <summary>A value; null when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    public string? Get(string key) => _values.Find(FullKey(key));

    /// <summary>A value as a secret; null when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    /// <summary>A boolean, <c>true</c> or <c>false</c>; null when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">The value is something else.</exception>
    public bool? GetBoolean(string key) => Get(key) switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var value => throw Wrong(key, value, nameof(Boolean)),
    };

    /// <summary>A boolean as a secret; null when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">The value is something else.</exception>
    public Output<bool>? GetSecretBoolean(string key) => Secret(GetBoolean(key));

    /// <summary>A whole number; null when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">The value is something else.</exception>
    public int? GetInt32(string key) => Get(key) switch
    {
        null => null,
        var value when int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        var value => throw Wrong(key, value, nameof(Int32)),
    };

    /// <summary>A whole number as a secret; null when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">The value is something else.</exception>
    public Output<int>? GetSecretInt32(string key) => Secret(GetInt32(key));

    /// <summary>A number; null when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">The value is something else.</exception>
    public double? GetDouble(string key) => Get(key) switch
    {
        null => null,
        var value when double.TryParse(value, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) => number,
        var value => throw Wrong(key, value, nameof(Double)),
    };

    /// <summary>A number as a secret; null when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">The value is something else.</exception>
    public Output<double>? GetSecretDouble(string key) => Secret(GetDouble(key));

    /// <summary>An object from JSON text; the default value when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="RunException">The value is something else.</exception>
    public T? GetObject<T>(string key) => GetObject<T>(key, null);

    /// <summary>An object from JSON text; the default value when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <param name="jsonSerializerOptions">How the text is read.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="RunException">The value is something else.</exception>
    public T? GetObject<T>(string key, JsonSerializerOptions? jsonSerializerOptions) => Get(key) is { } value ? Parse<T>(key, value, jsonSerializerOptions) : default;

    /// <summary>An object from JSON text as a secret; null when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="RunException">The value is something else.</exception>
    public Output<T>? GetSecretObject<T>(string key) => GetSecretObject<T>(key, null);

    /// <summary>An object from JSON text as a secret; null when it is not set.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <param name="jsonSerializerOptions">How the text is read.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="RunException">The value is something else.</exception>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions? jsonSerializerOptions)
        => Get(key) is { } value ? Output.CreateSecret(Parse<T>(key, value, jsonSerializerOptions)) : null;

    /// <summary>A value.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">It is not set.</exception>
    public string Require(string key) => Get(key) ?? throw new ConfigMissingException(FullKey(key));

    /// <summary>A value as a secret.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">It is not set.</exception>
    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    /// <summary>A boolean, <c>true</c> or <c>false</c>.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">It is not set or something else.</exception>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw new ConfigMissingException(FullKey(key));

    /// <summary>A boolean as a secret.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">It is not set or something else.</exception>
    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    /// <summary>A whole number.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">It is not set or something else.</exception>
    public int RequireInt32(string key) => GetInt32(key) ?? throw new ConfigMissingException(FullKey(key));

    /// <summary>A whole number as a secret.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">It is not set or something else.</exception>
    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    /// <summary>A number.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">It is not set or something else.</exception>
    public double RequireDouble(string key) => GetDouble(key) ?? throw new ConfigMissingException(FullKey(key));

    /// <summary>A number as a secret.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <exception cref="RunException">It is not set or something else.</exception>
    public Output<double> RequireSecretDouble(string key) => Output.CreateSecret(RequireDouble(key));

    /// <summary>An object from JSON text.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="RunException">It is not set or something else.</exception>
    public T RequireObject<T>(string key) => RequireObject<T>(key, null);

    /// <summary>An object from JSON text.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <param name="jsonSerializerOptions">How the text is read.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="RunException">It is not set or something else.</exception>
    public T RequireObject<T>(string key, JsonSerializerOptions? jsonSerializerOptions) => Parse<T>(key, Require(key), jsonSerializerOptions);

    /// <summary>An object from JSON text as a secret.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="RunException">It is not set or something else.</exception>
    public Output<T> RequireSecretObject<T>(string key) => RequireSecretObject<T>(key, null);

    /// <summary>An object from JSON text as a secret.</summary>
    /// <param name="key">The key without its namespace.</param>
    /// <param name="jsonSerializerOptions">How the text is read.</param>
    /// <typeparam name="T">Its type.</typeparam>
    /// <exception cref="RunException">It is not set or something else.</exception>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions? jsonSerializerOptions) => Output.CreateSecret(RequireObject<T>(key, jsonSerializerOptions));

    private string FullKey(string key) => $"{_name}:{key}";

    // A secret is not shown.
    private ConfigTypeException Wrong(string key, string value, string typeName)
        => new(FullKey(key), _values.IsSecret(FullKey(key)) ? "[secret]" : value, typeName);

    private T Parse<T>(string key, string value, JsonSerializerOptions? options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(value, options)!;
        }
        catch (JsonException)
        {
            throw Wrong(key, value, typeof(T).Name);
        }
    }

    private static Output<T>? Secret<T>(T? value)
        where T : struct
        => value is { } known ? Output.CreateSecret(known) : null;

    private sealed class ConfigTypeException(string fullKey, string value, string typeName)
        : RunException($"Configuration '{fullKey}' value '{value}' is not a valid {typeName}");

    private sealed class ConfigMissingException(string fullKey)
        : RunException($"Missing Required configuration variable '{fullKey}'\n\tplease set a value using the command `pulumi config set {fullKey} <value>`");
}

using System.Collections.Immutable;
using System.Globalization;
using ZooInfra.Protocol;
using ZooInfra.Protocol.Providers;
using ZooInfra.Provider.Properties;

namespace ZooInfra.Provider;

/// <summary>
/// Reads the configuration of the provider and collects what is wrong with it. A value that is absent, not known yet or wrong reads as null; no
/// message quotes a value, which may be a secret.
/// </summary>
internal sealed class ConfigReader(PropertyMap config)
{
    private readonly ImmutableArray<CheckFailure>.Builder _failures = ImmutableArray.CreateBuilder<CheckFailure>();

    /// <summary>What is wrong so far.</summary>
    public ImmutableArray<CheckFailure> Failures => _failures.ToImmutable();

    /// <summary>Reports that <paramref name="key"/> is wrong.</summary>
    public void Fail(string key, string reason) => _failures.Add(new(key, reason));

    /// <summary>Whether the key was given, be its value known or not.</summary>
    public bool Has(string key) => config.ContainsKey(key);

    /// <summary>Whether the value is not known before the update runs.</summary>
    public bool IsUnknown(string key) => config.TryGetValue(key, out var value) && value.Plain() is PropertyValue.UnknownValue;

    /// <summary>A text on one line.</summary>
    /// <param name="key">The key, without <c>zoo:</c>.</param>
    /// <param name="meaning">What it must be, as the rest of "must be".</param>
    public string? Text(string key, string meaning)
    {
        if (!config.TryGetValue(key, out var value) || value.Plain() is PropertyValue.UnknownValue)
        {
            return null;
        }

        if (value.Plain() is PropertyValue.StringValue { Value: var text } && !string.IsNullOrWhiteSpace(text) && !text.Any(char.IsControl))
        {
            return text;
        }

        Fail(key, $"'zoo:{key}' must be {meaning}.");
        return null;
    }

    /// <summary>One of a few words; the first is the default.</summary>
    public string Choice(string key, params IReadOnlyList<string> words)
    {
        var meaning = $"one of {string.Join(", ", words)}; the default is {words[0]}";
        if (Text(key, meaning) is not { } text)
        {
            return words[0];
        }

        if (!words.Contains(text))
        {
            Fail(key, $"'zoo:{key}' must be {meaning}.");
        }

        return text;
    }

    /// <summary>A whole number within bounds; the embedded engine and old ones hand numbers over as text.</summary>
    public int? Integer(string key, int minimum, int maximum)
    {
        if (!config.TryGetValue(key, out var value) || value.Plain() is PropertyValue.UnknownValue)
        {
            return null;
        }

        int? number = value.Plain() switch
        {
            PropertyValue.NumberValue { Value: var written } when written == Math.Floor(written) && Math.Abs(written) <= int.MaxValue => (int)written,
            PropertyValue.StringValue { Value: var text } when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written) => written,
            _ => null,
        };
        if (number >= minimum && number <= maximum)
        {
            return number;
        }

        Fail(key, $"'zoo:{key}' must be a whole number from {minimum} to {maximum}.");
        return null;
    }
}

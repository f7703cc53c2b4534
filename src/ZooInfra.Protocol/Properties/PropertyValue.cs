using System.Collections.Immutable;

namespace ZooInfra.Protocol;

/// <summary>
/// A value of a resource property: what JSON has, and what Pulumi adds (unknown, secret, resource reference, output).
/// Values are immutable and equal by content.
/// </summary>
public abstract record PropertyValue
{
    private PropertyValue()
    {
    }

    /// <summary>The null value.</summary>
    public static PropertyValue Null { get; } = new NullValue();

    /// <summary>A value that is not known before the update runs.</summary>
    public static PropertyValue Unknown { get; } = new UnknownValue();

    /// <summary>A boolean.</summary>
    public static PropertyValue Of(bool value) => new BoolValue(value);

    /// <summary>A number; the protocol knows only doubles.</summary>
    public static PropertyValue Of(double value) => new NumberValue(value);

    /// <summary>A string.</summary>
    public static PropertyValue Of(string value) => new StringValue(value);

    /// <summary>An array.</summary>
    public static PropertyValue Of(params IEnumerable<PropertyValue> items) => new ArrayValue([.. items]);

    /// <summary>An object.</summary>
    public static PropertyValue Of(PropertyMap properties) => new ObjectValue(properties);

    /// <summary>Marks <paramref name="value"/> as secret; a secret stays as it is.</summary>
    public static PropertyValue Secret(PropertyValue value) => value is SecretValue ? value : new SecretValue(value);

    /// <summary>The null value.</summary>
    public sealed record NullValue : PropertyValue;

    /// <summary>A value that is not known before the update runs.</summary>
    public sealed record UnknownValue : PropertyValue;

    /// <summary>A boolean.</summary>
    public sealed record BoolValue(bool Value) : PropertyValue;

    /// <summary>A number.</summary>
    public sealed record NumberValue(double Value) : PropertyValue;

    /// <summary>A string.</summary>
    public sealed record StringValue(string Value) : PropertyValue;

    /// <summary>An array.</summary>
    public sealed record ArrayValue(ImmutableArray<PropertyValue> Items) : PropertyValue
    {
        /// <inheritdoc/>
        public bool Equals(ArrayValue? other) => other is not null && Items.SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var item in Items)
            {
                hash.Add(item);
            }

            return hash.ToHashCode();
        }
    }

    /// <summary>An object.</summary>
    public sealed record ObjectValue(PropertyMap Properties) : PropertyValue;

    /// <summary>A value that must never be shown or stored in clear.</summary>
    public sealed record SecretValue(PropertyValue Inner) : PropertyValue;

    /// <summary>A file as a value (protocol facts, section 3.3); at most one of the sources is given, none when only the hash is told.</summary>
    /// <param name="Hash">SHA-256 of the content in lowercase hex; empty when not computed.</param>
    /// <param name="Text">The content itself.</param>
    /// <param name="Path">A file on the machine of the program.</param>
    /// <param name="Uri">Where it is fetched from.</param>
    public sealed record AssetValue(string Hash, string? Text = null, string? Path = null, string? Uri = null) : PropertyValue;

    /// <summary>A collection of files as a value (protocol facts, section 3.3); at most one of the sources is given, none when only the hash is told.</summary>
    /// <param name="Hash">SHA-256 in lowercase hex (protocol facts, section 3.12); empty when not computed.</param>
    /// <param name="Assets">Assets and archives by name.</param>
    /// <param name="Path">A file or directory on the machine of the program.</param>
    /// <param name="Uri">Where it is fetched from.</param>
    public sealed record ArchiveValue(string Hash, PropertyMap? Assets = null, string? Path = null, string? Uri = null) : PropertyValue;

    /// <summary>A reference to a resource (protocol facts, section 3.4).</summary>
    /// <param name="Urn">The URN of the resource.</param>
    /// <param name="Id">The provider's id; null for a component, empty when not known yet.</param>
    /// <param name="PackageVersion">The version of the package that defines the type; empty when not known.</param>
    public sealed record ResourceValue(string Urn, string? Id, string PackageVersion) : PropertyValue;

    /// <summary>A value with its dependencies (protocol facts, section 3.5).</summary>
    /// <param name="Value">The value; null when unknown.</param>
    /// <param name="IsSecret">Whether it is secret.</param>
    /// <param name="Dependencies">URNs of the resources it came from.</param>
    public sealed record OutputValue(PropertyValue? Value, bool IsSecret, ImmutableArray<string> Dependencies) : PropertyValue
    {
        /// <inheritdoc/>
        public bool Equals(OutputValue? other)
            => other is not null && Equals(Value, other.Value) && IsSecret == other.IsSecret && Dependencies.SequenceEqual(other.Dependencies);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Value, IsSecret, Dependencies.Length);
    }
}

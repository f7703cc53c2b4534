namespace Pulumi;

/// <summary>The name of a resource in an engine's state.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private readonly string? _value;

    /// <summary>A URN from its text.</summary>
    /// <param name="value">The text.</param>
    public Urn(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>The text.</summary>
    /// <param name="urn">The URN.</param>
    public static implicit operator string(Urn urn) => urn.ToString();

    /// <summary>Whether both are the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>Computes a URN from its parts, for an alias. With a parent, its URN up to the name is kept and the type is appended.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The type token.</param>
    /// <param name="parent">The parent.</param>
    /// <param name="parentUrn">The URN of the parent, when <paramref name="parent"/> is null.</param>
    /// <param name="project">The project; the current one when null. Not regarded with a parent.</param>
    /// <param name="stack">The stack; the current one when null. Not regarded with a parent.</param>
    /// <exception cref="ArgumentException">Both parents are given.</exception>
    public static Output<string> Create(Input<string> name, Input<string> type, Resource? parent = null, Input<string>? parentUrn = null, Input<string>? project = null, Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
        {
            throw new ArgumentException("Give either a parent or the URN of a parent, not both.", nameof(parentUrn));
        }

        var prefix = parent is not null || parentUrn is not null
            ? (parent?.Urn ?? parentUrn.ToOutput()).Apply(urn => $"{urn[..urn.LastIndexOf("::", StringComparison.Ordinal)]}$")
            : Output.Format($"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::");
        return Output.Format($"{prefix}{type}::{name}");
    }

    /// <summary>Whether both are the same.</summary>
    /// <param name="other">The other.</param>
    public bool Equals(Urn other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The text.</summary>
    public override string ToString() => _value ?? "";
}

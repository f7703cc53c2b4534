namespace ZooInfra.Engine.State;

/// <summary>A reference to a provider resource, <c>URN::ID</c> (protocol facts, section 4.4).</summary>
internal readonly record struct ProviderReference(string Urn, string Id)
{
    /// <summary>What the type token of every provider resource starts with; the package follows.</summary>
    public const string TypePrefix = "pulumi:providers:";

    public static ProviderReference? Parse(string text)
    {
        var split = text.LastIndexOf("::", StringComparison.Ordinal);
        return split > 0 ? new(text[..split], text[(split + 2)..]) : null;
    }

    public override string ToString() => $"{Urn}::{Id}";
}

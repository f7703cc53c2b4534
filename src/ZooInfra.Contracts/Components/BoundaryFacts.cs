using ZooInfra.Contracts.Identity;

namespace ZooInfra.Contracts.Components;

/// <summary>An identity boundary that a client's program makes, as far as it is known.</summary>
internal sealed record BoundaryFacts(FactNode Node)
{
    private const string Component = "ZooInfra.Identity.IdentityBoundary";

    private static readonly FactCache<BoundaryFacts> Known = new(Component, static node => new BoundaryFacts(node));

    /// <summary>The name of the component.</summary>
    public FactNode Name => Node["name"];

    /// <summary>The accounts.</summary>
    public NodeList Users => List("Users");

    /// <summary>The groups.</summary>
    public NodeList Groups => List("Groups");

    /// <summary>The password and lockout policies.</summary>
    public NodeList Passwords => List("Passwords");

    /// <summary>The rules for second factors.</summary>
    public NodeList Mfa => List("Mfa");

    /// <summary>The group policies.</summary>
    public NodeList GroupPolicies => List("GroupPolicies");

    /// <summary>Where logs go.</summary>
    public NodeList Logs => List("Logs");

    /// <summary>The break-glass accounts.</summary>
    public FactNode Emergency => Node["args"]["Emergency"];

    /// <summary>The boundaries of a client.</summary>
    public static IReadOnlyList<BoundaryFacts> Of(ClientView client) => Known.Of(client);

    /// <summary>The boundary for messages.</summary>
    public string Title => Name.Text is { } name ? $"the identity boundary '{name}'" : "an identity boundary";

    /// <summary>Where a gap is written; the name of the boundary when what is missing is not there at all.</summary>
    /// <returns>The place, and whether the member at fault is stated there.</returns>
    public (FactNode Place, bool IsStated) PlaceOf(IdentityGap gap)
    {
        FactNode? part = gap.Part == IdentityParts.Emergency ? Emergency : gap.Item is { } index && List(gap.Part.ToString()) is var list && index < list.Items.Count ? list.Items[index] : null;
        if (part is not null && gap.Setting is { } setting && NodeList.Of(part["Settings"]) is var settings && setting < settings.Items.Count)
        {
            part = settings.Items[setting];
        }

        return part is null or { IsAbsent: true } ? (Name.Text is null ? Node : Name, false)
            : gap.Member is { } member && part[member] is { IsKnown: true, IsAbsent: false } stated ? (stated, true)
            : (part, false);
    }

    private NodeList List(string member) => NodeList.Of(Node["args"][member]);
}

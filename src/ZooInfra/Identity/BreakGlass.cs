using System.Collections.Immutable;
using Pulumi;

namespace ZooInfra.Identity;

/// <summary>The two break-glass accounts, as a document to be reviewed. Its id is its name.</summary>
public sealed class BreakGlass : CustomResource
{
    /// <summary>Makes it.</summary>
    public BreakGlass(string name, BreakGlassArgs args, CustomResourceOptions? options = null)
        : base("zoo:identity:BreakGlass", name, args, options)
    {
    }

    /// <summary>Its name, which is that of its file.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; } = null!;

    /// <summary>The accounts; exactly two.</summary>
    [Output("accounts")]
    public Output<ImmutableArray<string>> Accounts { get; private set; } = null!;

    /// <summary>The mailbox that is told at once when one of them signs in.</summary>
    [Output("alertsTo")]
    public Output<string> AlertsTo { get; private set; } = null!;

    /// <summary>The runbook that says who may open the seal, and how.</summary>
    [Output("runbook")]
    public Output<string> Runbook { get; private set; } = null!;
}

using Pulumi;

namespace ZooInfra.Identity;

/// <summary>The inputs of a <see cref="BreakGlass"/>.</summary>
public sealed class BreakGlassArgs : ResourceArgs
{
    /// <summary>Its name, which is that of its file.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The accounts; exactly two.</summary>
    [Input("accounts", required: true)]
    public InputList<string> Accounts { get; set; } = new();

    /// <summary>The mailbox that is told at once when one of them signs in.</summary>
    [Input("alertsTo", required: true)]
    public Input<string> AlertsTo { get; set; } = null!;

    /// <summary>The runbook that says who may open the seal, and how.</summary>
    [Input("runbook", required: true)]
    public Input<string> Runbook { get; set; } = null!;
}

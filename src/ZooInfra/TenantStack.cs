using System.Collections.Immutable;
using System.ComponentModel;
using Pulumi;
using ZooInfra.Rules;

namespace ZooInfra;

/// <summary>
/// The infrastructure of one client. Derive a partial class from it, put the contract on it as attributes (<see cref="TenantAttribute"/> first)
/// and make the components in its constructor. What the build could not know is judged by the same rules when the program runs, under any engine.
/// </summary>
public abstract class TenantStack : Stack
{
    private readonly PlanRules _rules;
    private Output<ImmutableDictionary<string, int>>? _contractRules;

    /// <summary>Begins the stack.</summary>
    protected TenantStack()
        : this(new PlanRules())
    {
    }

    private TenantStack(PlanRules rules)
        : base(rules.Options())
    {
        _rules = rules;
        rules.Begin(this);
    }

    /// <summary>
    /// An output of the stack: how many rules are <c>satisfied</c>, <c>violated</c> (waived ones among them), <c>notEvaluable</c> and <c>notApplicable</c>.
    /// It is asked for when the constructor has ended, and so tells that all components are there; a constructor must not ask for it.
    /// </summary>
    [Output("contractRules")]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Output<ImmutableDictionary<string, int>> ContractRules => _contractRules ??= Output.Create(_rules.EndAsync());
}

using System.Globalization;
using Pulumi;
using ZooInfra.Protocol;

namespace ZooInfra.Engine.Bench;

/// <summary>A program of the built-in Pulumi model that registers so many entries, one after another or each depending on the one before.</summary>
internal sealed class LedgerProgram(int size, bool chained)
{
    /// <summary>Runs it as <c>zoo</c> does.</summary>
    /// <param name="settings">Where the engine is.</param>
    /// <param name="wire">Whether it calls the engine over gRPC, as a program in a process of its own does; otherwise within this process.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<int> RunAsync(ProgramSettings settings, bool wire, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PULUMI_PROJECT"] = settings.Project,
            ["PULUMI_STACK"] = settings.Stack,
            ["PULUMI_DRY_RUN"] = settings.DryRun ? "true" : "false",
        };
        if (wire)
        {
            variables["PULUMI_MONITOR"] = variables["PULUMI_ENGINE"] = await settings.AddressAsync(cancellationToken);
        }

        return await RunEnvironment.StartAsync(variables, wire ? null : settings.Calls, () => Deployment.RunAsync(Register));
    }

    private void Register()
    {
        Entry? last = null;
        for (var i = 0; i < size; i++)
        {
            var options = chained && last is not null ? new CustomResourceOptions { DependsOn = { last } } : null;
            last = new Entry(string.Create(CultureInfo.InvariantCulture, $"entry-{i}"), new EntryArgs { Value = $"value {i}", Number = i }, options);
        }
    }

    private sealed class Entry(string name, EntryArgs args, CustomResourceOptions? options) : CustomResource("ledger:index:Entry", name, args, options);

    private sealed class EntryArgs : ResourceArgs
    {
        [Input("value", required: true)]
        public Input<string>? Value { get; set; }

        [Input("number")]
        public Input<int>? Number { get; set; }
    }
}

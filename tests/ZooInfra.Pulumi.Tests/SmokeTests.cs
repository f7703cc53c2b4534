using Pulumi;

namespace ZooInfra.Pulumi.Tests;

public class SmokeTests
{
    [Fact]
    public async Task A_component_with_children_registers_in_order()
    {
        await using var monitor = await RecordingMonitor.StartAsync(new());
        var code = await Programs.RunAsync(monitor, () => Deployment.RunAsync(() =>
        {
            var component = new Pair("pair");
            return new Dictionary<string, object?> { ["both"] = component.Both };
        }));
        Assert.Equal(0, code);
        Assert.Empty(monitor.Script.Offences);
        Assert.Equal(["a", "b", "pair", "proj-dev"], monitor.Script.Registrations.Select(r => r.Name).Order(StringComparer.Ordinal));
    }

    private sealed class Pair : ComponentResource
    {
        public Pair(string name)
            : base("test:index:Pair", name)
        {
            var a = new Thing("a", new() { Text = "x" }, new() { Parent = this });
            var b = new Thing("b", new() { Text = a.Text.Apply(t => t + "y") }, new() { Parent = this });
            Both = Output.Format($"{a.Id}/{b.Text}");
            RegisterOutputs();
        }

        [Output("both")]
        public Output<string> Both { get; private set; }
    }

    private sealed class Thing(string name, ThingArgs args, CustomResourceOptions? options = null) : CustomResource("test:index:Thing", name, args, options)
    {
        [Output("text")]
        public Output<string> Text { get; private set; } = null!;
    }

    private sealed class ThingArgs : ResourceArgs
    {
        [Input("text")]
        public Input<string>? Text { get; set; }
    }
}

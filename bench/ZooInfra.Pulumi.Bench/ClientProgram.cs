using Pulumi;

namespace ZooInfra.Pulumi.Bench;

/// <summary>A small client: a component with a zone and its records.</summary>
internal static class ClientProgram
{
    public static Task<int> RunAsync() => Deployment.RunAsync<ClientStack>();

    private sealed class ClientStack : Stack
    {
        public ClientStack()
        {
            var zone = new Zone("acme.example");
            Names = zone.Names;
        }

        [Output("names")]
        public Output<string> Names { get; private set; }
    }

    private sealed class Zone : ComponentResource
    {
        public Zone(string name)
            : base("bench:index:Zone", name)
        {
            var records = Enumerable.Range(0, 5).Select(number => new Record($"r{number}", new() { Name = $"host{number}", Ttl = 300 }, new() { Parent = this })).ToList();
            Names = Output.All(records.Select(record => record.Name)).Apply(names => string.Join(' ', names));
            RegisterOutputs();
        }

        [Output("names")]
        public Output<string> Names { get; private set; }
    }
}

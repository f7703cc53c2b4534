using Pulumi.Testing;

namespace ZooInfra.Pulumi.Tests;

public class MockCorpusTests
{
    public static TheoryData<string> Programs => [.. ProgramCorpus.All.Values.Where(program => program is { NotWithMocks: null, EngineFails: false }).Select(program => program.Name)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_makes_the_same_resources_against_mocks(string name)
    {
        var program = ProgramCorpus.All[name];
        var script = program.Engine();
        await using var monitor = await RecordingMonitor.StartAsync(script);
        await Tests.Programs.RunAsync(monitor, program.RunAsync);

        var mocks = new RecordingMocks();
        var options = new TestOptions { ProjectName = script.Project, StackName = script.Stack, IsPreview = script.DryRun };
        if (program.ExitCode != 0)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => program.TestAsync(mocks, options).WaitAsync(TimeSpan.FromSeconds(30)));
            return;
        }

        await program.TestAsync(mocks, options).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(
            script.Registrations.Where(request => request.Type != "pulumi:pulumi:Stack").Select(request => $"{request.Type} {request.Name}").Order(StringComparer.Ordinal),
            mocks.Registered.Order(StringComparer.Ordinal));
    }

    /// <summary>Echoes, and writes down what is registered.</summary>
    private sealed class RecordingMocks : IMocks
    {
        private readonly EmptyMocks _echo = new();

        public System.Collections.Concurrent.ConcurrentQueue<string> Registered { get; } = new();

        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
        {
            if (string.IsNullOrEmpty(args.Id) || args.Id == "existing")
            {
                Registered.Enqueue($"{args.Type} {args.Name}");
            }

            return args.Type == "pulumi:pulumi:StackReference"
                ? Task.FromResult<(string?, object)>((args.Id, new Dictionary<string, object>
                {
                    ["name"] = args.Id!,
                    ["outputs"] = new Dictionary<string, object> { ["vpc"] = "vpc-1", ["password"] = "p" },
                    ["secretOutputNames"] = new[] { "password" },
                }))
                : _echo.NewResourceAsync(args);
        }

        public Task<object> CallAsync(MockCallArgs args) => _echo.CallAsync(args);
    }
}

using Pulumirpc;
using ZooInfra.Protocol;

namespace ZooInfra.Pulumi.Tests;

public class WireTests
{
    public static TheoryData<string> Programs => ProgramCorpus.Names;

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_says_exactly_this_to_an_engine(string name)
    {
        var program = ProgramCorpus.All[name];
        await using var monitor = await RecordingMonitor.StartAsync(program.Engine());

        var exitCode = await Tests.Programs.RunAsync(monitor, program.RunAsync);

        Snapshot.Matches("Wire", name, WireText.Of(exitCode, monitor.Script.Requests));
        Assert.Equal(program.ExitCode, exitCode);
        Assert.Empty(monitor.Script.Offences);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_says_the_same_to_an_engine_in_its_own_process(string name)
    {
        var program = ProgramCorpus.All[name];
        var script = program.Engine();
        using var calls = new LocalCalls(binder =>
        {
            ResourceMonitor.BindService(binder, new MonitorService(script));
            Pulumirpc.Engine.BindService(binder, new EngineService(script));
        });

        var exitCode = await Tests.Programs.RunAsync(script, calls, program.RunAsync);

        Snapshot.Matches("Wire", name, WireText.Of(exitCode, script.Requests));
        Assert.Equal(program.ExitCode, exitCode);
        Assert.Empty(script.Offences);
    }

    [Fact]
    public void The_corpus_has_at_least_sixty_programs() => Assert.True(ProgramCorpus.All.Count >= 60);
}

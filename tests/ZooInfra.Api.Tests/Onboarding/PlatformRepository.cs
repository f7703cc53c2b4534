using System.Diagnostics;

namespace ZooInfra.Api.Tests.Onboarding;

/// <summary>A git repository with a platform in a folder of it, and a change that somebody has not committed yet.</summary>
internal sealed class PlatformRepository : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("zoo-platform-");

    public PlatformRepository()
    {
        Git("init", "-q", "-b", "main");
        Write("infra/stacks/AcmeCorp.cs", "[Tenant(\"acme_corp\")]\npublic sealed partial class AcmeCorp : TenantStack;\n");
        Write("infra/stacks/contracts/acme_corp.contract.yaml", "client: Acme Corp\nbilling_model: per-seat\n");
        Write("infra/stacks/Pulumi.acme_corp.yaml", "config: {}\n");
        Git("add", "-A");
        Git("commit", "-q", "-m", "the platform");
        Write("infra/stacks/AcmeCorp.cs", "half an edit");
    }

    public string Stacks => Path.Combine(_root.FullName, "infra", "stacks");

    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { WorkingDirectory = _root.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgSign=false" }.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEndAsync();
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, error.Result);
        return output.TrimEnd('\n');
    }

    /// <summary>What a person sees: the commit, the branch, what is staged and what is edited.</summary>
    public string WhatIsCheckedOut() => Git("rev-parse", "HEAD") + Git("status", "--porcelain=v2", "--branch", "--untracked-files=all") + File.ReadAllText(Path.Combine(Stacks, "AcmeCorp.cs"));

    public string WriteTemporary(string name, string content)
    {
        var file = Path.Combine(_root.FullName, ".git", name);
        File.WriteAllText(file, content);
        return file;
    }

    public void Dispose()
    {
        foreach (var file in _root.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _root.Delete(recursive: true);
    }

    private void Write(string path, string content)
    {
        var file = Path.Combine(_root.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}

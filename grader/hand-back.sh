#!/usr/bin/env bash
# Gives each student the grade in an issue of their own fork, through gh (GitHub) or glab (GitLab), logged in as you.
#
#   grader/hand-back.sh [--post] [--public] [--title TITLE] GRADES CLASS.csv
#
# The list has lines of id,address,name,email, as for the jobs that grade a class. Without --post nothing is written:
# it says what would be. An issue of yours with that title is edited, so that nobody gets a second one.
# On GitLab the issue is confidential. On GitHub it is as public as the fork: where that is public, nothing is handed
# back unless --public says so. Whoever has no mark gets nothing.
set -euo pipefail
title="TP 6: grade / note" post=no public=no

fail() {
  echo "$1" >&2
  exit 2
}
while [[ ${1-} == --* ]]; do
  case $1 in
    --post) post=yes ;;
    --public) public=yes ;;
    --title) title=${2-} && shift ;;
    *) fail "no such option: $1; there are --post, --public and --title" ;;
  esac
  shift
done
[[ $# -eq 2 && -n $title && $title != *[\"\\\|\[*^$]* ]] || fail "two are needed: $0 [--post] [--public] [--title TITLE] GRADES CLASS.csv"
grades=$1 list=$2
[ -d "$grades/submissions" ] || fail "grade has not written this folder: $grades"
[ -f "$list" ] || fail "no such file: $list; it takes lines of id,address,name,email"
body=$(mktemp)
trap 'rm -f "$body"' EXIT

# The folder of a submission: its id, or a name that ends with a digest of it.
folder_of() {
  local digest folder
  [[ ! $1 =~ ^[a-z0-9_]([a-z0-9._\ -]{0,78}[a-z0-9_-])?$ || ! -d $grades/submissions/$1 ]] || {
    echo "$grades/submissions/$1"
    return
  }
  digest=$(printf '%s' "$1" | iconv -f UTF-8 -t UTF-16BE | sha256sum | cut -c 1-20)
  for folder in "$grades/submissions/"*"~$digest"; do
    echo "$folder"
  done
}

# The number of the issue that is there; nothing where there is none.
github_issue() {
  gh issue list --repo "$1" --author @me --state all --limit 1000 --json number,title \
    --jq "[.[] | select(.title == \"$title\") | .number][0] // empty"
}
gitlab_issue() {
  glab api --hostname "$1" "projects/$2/issues?scope=created_by_me&state=all&per_page=100" |
    tr '{' '\n' | sed -n "s|.*\"iid\":\([0-9]*\),\"project_id\":[0-9]*,\"title\":\"$title\".*|\1|p"
}

# would NUMBER WHERE
would() {
  local what=${1:+edit issue $1}
  echo "would ${what:-create an issue} in $2"
}

# to_github REPOSITORY, with the text in $body: prints what is done, or would be.
to_github() {
  local number private
  private=$(gh api "repos/${1#*/}" --hostname "${1%%/*}" --jq .private) || return
  [ "$private" = true ] || [ $public = yes ] || {
    echo "left out, for everybody can read $1; --public hands it back all the same"
    return
  }
  number=$(github_issue "$1") || return
  [ $post = yes ] || {
    would "$number" "$1"
    return
  }
  if [ -n "$number" ]; then
    gh issue edit "$number" --repo "$1" --body-file "$body"
  else
    gh issue create --repo "$1" --title "$title" --body-file "$body"
  fi
}

# to_gitlab HOST PROJECT
to_gitlab() {
  local number project=${2//\//%2F}
  number=$(gitlab_issue "$1" "$project") || return
  number=${number%%$'\n'*}
  [ $post = yes ] || {
    would "$number" "$1/$2"
    return
  }
  if [ -n "$number" ]; then
    glab api --hostname "$1" --method PUT "projects/$project/issues/$number" --field "description=@$body" > /dev/null || return
    echo "edited issue $number in $1/$2"
  else
    glab api --hostname "$1" --method POST "projects/$project/issues" --raw-field "title=$title" \
      --field confidential=true --field "description=@$body" > /dev/null || return
    echo "created an issue in $1/$2"
  fi
}

failed=0
while IFS=, read -r -u 3 id address _ || [ -n "$id" ]; do
  id=$(printf '%s' "$id" | tr -d '"\r') address=$(printf '%s' "$address" | tr -d '"\r ')
  [[ $address != path && -n $id ]] || continue
  [[ $address =~ ^https://([A-Za-z0-9.:-]+)/([A-Za-z0-9._/-]+)$ ]] ||
    fail "$list: the path of $id has to be an address that begins with https://"
  host=${BASH_REMATCH[1]} project=${BASH_REMATCH[2]%/}
  project=${project%.git}
  feedback=$(folder_of "$id")/feedback.md
  if [ ! -f "$feedback" ]; then
    echo "$id: no mark, nothing to hand back"
    continue
  fi
  # GitHub takes no more than 65,536 characters.
  head -c 60000 "$feedback" | iconv -c -f UTF-8 -t UTF-8 > "$body"
  [ "$(wc -c < "$feedback")" -le 60000 ] || printf '\n…\n' >> "$body"
  if [ "$host" = "${GH_HOST:-github.com}" ]; then
    done=$(to_github "$host/$project" < /dev/null) || done=
  else
    done=$(to_gitlab "$host" "$project" < /dev/null) || done=
  fi
  [ -n "$done" ] || {
    failed=1
    done="cannot be handed back: the lines above tell why; are you logged in, and does the fork have issues?"
  }
  echo "$id: $done"
done 3< "$list"
[ $post = yes ] || echo "Nothing was written. With --post it is."
exit $failed
